mod gate;
mod http;
