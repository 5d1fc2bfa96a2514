//! Fenced blocks of a text in Markdown.

/// A block, by what is written behind its fence, e.g. `json answer`.
pub struct Block<'a> {
    pub info: &'a str,
    pub text: String,
    /// Where it begins, for messages.
    pub line: usize,
}

/// All blocks, in their order.
pub fn blocks(markdown: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut open = false;
    for (at, line) in markdown.lines().enumerate() {
        match (line.strip_prefix("```"), open) {
            (Some(info), false) => {
                open = true;
                blocks.push(Block {
                    info: info.trim(),
                    text: String::new(),
                    line: at + 1,
                });
            }
            (Some(_), true) => open = false,
            (None, true) => {
                let block = blocks.last_mut().expect("an open block");
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, false) => {}
        }
    }
    assert!(!open, "the last block has no end");
    blocks
}
