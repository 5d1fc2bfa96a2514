// In place of two packages that write <style> elements, which the content security policy refuses, to keep a page behind
// a dialog from scrolling: this page never scrolls.

const Nothing = () => null;

export const RemoveScrollBar = Nothing;
export const styleSingleton = () => Nothing;
