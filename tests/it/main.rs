mod attempt;
mod matrix;
mod never;
mod small_world;
mod values;
