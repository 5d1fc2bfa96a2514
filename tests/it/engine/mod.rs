//! The read engine: what a document asks for is what the answer says, in the order of the document.

mod filters;
mod library;
mod oracle;
mod pages;
mod roots;
mod search;
mod selections;
mod statements;
mod world;
