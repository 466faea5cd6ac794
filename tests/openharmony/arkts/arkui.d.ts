// As much of ArkUI as the examples use; the system's own declarations come with its SDK only.
declare class CustomComponent {
  build(): void;
}
declare const Entry: ClassDecorator;
declare const Component: ClassDecorator;
declare const State: PropertyDecorator;

declare class ColumnAttribute {}
interface ColumnInterface {
  (): ColumnAttribute;
}
declare const Column: ColumnInterface;
declare const ColumnInstance: ColumnAttribute;

declare class TextAttribute {}
interface TextInterface {
  (content: string): TextAttribute;
}
declare const Text: TextInterface;
declare const TextInstance: TextAttribute;

declare class ButtonAttribute {
  onClick(event: () => void): ButtonAttribute;
}
interface ButtonInterface {
  (label: string): ButtonAttribute;
}
declare const Button: ButtonInterface;
declare const ButtonInstance: ButtonAttribute;
