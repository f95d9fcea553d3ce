import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeTextField,
  type Button as ButtonElement,
  type TextField as TextFieldElement,
} from '@vscode/webview-ui-toolkit';
import type { ComponentChildren, HTMLAttributes, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useUniqueId } from './uniqueId';
import './controls.css';

// The toolkit is no longer developed. This module is the only one that names it, so that a successor replaces it here.

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': HTMLAttributes<ButtonElement> & {
        appearance?: 'primary' | 'secondary' | 'icon';
        disabled?: boolean;
      };
      'vscode-text-field': HTMLAttributes<TextFieldElement> & { value?: string; disabled?: boolean };
    }
  }
}

/**
 * Defines the custom elements that every page has. Their styles are adopted style sheets, which a strict content security
 * policy allows.
 */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton());
}

/** Defines the element of {@link TextField}, apart from the others because it is heavy and only one page has it. */
export function registerTextField(): void {
  provideVSCodeDesignSystem().register(vsCodeTextField());
}

interface ButtonProps {
  readonly appearance?: 'primary' | 'secondary' | 'icon';
  readonly disabled?: boolean;
  /** What a screen reader says; needed when the content is only an icon. */
  readonly label?: string;
  /** One sentence more, shown on demand; see `showTips`. */
  readonly tip?: string | undefined;
  readonly class?: string;
  readonly tabIndex?: number;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A push button. An icon goes into its `start` slot, or is all of its content. */
export function Button({
  appearance = 'secondary',
  label,
  tip,
  disabled = false,
  ...rest
}: ButtonProps): VNode {
  return (
    <vscode-button appearance={appearance} aria-label={label} data-tip={tip} disabled={disabled} {...rest} />
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Why the value was refused, or what else there is to know; the field is described by it. */
  readonly descriptionId?: string;
  readonly invalid: boolean;
  readonly disabled?: boolean;
  readonly inputMode: 'numeric' | 'decimal';
  /** Every change of the text. */
  readonly onType: (text: string) => void;
  /** The person is done: pressed Enter or went elsewhere. */
  readonly onDone: () => void;
}

/** A line of text with its label in front. */
export function TextField({
  label,
  value,
  descriptionId,
  invalid,
  disabled = false,
  inputMode,
  onType,
  onDone,
}: TextFieldProps): VNode | null {
  const ref = useRef<TextFieldElement>(null);
  useLayoutEffect(() => {
    const field = ref.current;
    if (field === null) {
      return;
    }
    // The input lives in a shadow tree, where the ids of the page mean nothing; its description goes over by reference.
    const description = descriptionId === undefined ? null : document.getElementById(descriptionId);
    field.control.ariaDescribedByElements = description === null ? null : [description];
    field.control.ariaInvalid = String(invalid);
    field.control.inputMode = inputMode;
  });
  return (
    <vscode-text-field
      ref={ref}
      value={value}
      disabled={disabled}
      onInput={(event) => onType(event.currentTarget.value)}
      onChange={onDone}
    >
      {label}
    </vscode-text-field>
  );
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly descriptionId?: string;
  readonly class?: string;
  readonly tabIndex?: number;
  readonly disabled?: boolean;
  readonly onSelect: (value: T) => void;
}

/**
 * A choice of one. The browser's own select: the toolkit's dropdown cannot be labelled by a `label`, opens a list that a
 * narrow side bar cuts off, and does not find an option by the letters typed.
 */
export function Select<T extends string>({
  label,
  value,
  options,
  descriptionId,
  onSelect,
  class: name = '',
  tabIndex,
  disabled = false,
}: SelectProps<T>): VNode {
  const id = useUniqueId();
  const choose = (chosen: string): void => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option !== undefined) {
      onSelect(option.value);
    }
  };
  return (
    <div class={`select ${name}`}>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        tabIndex={tabIndex}
        disabled={disabled}
        aria-describedby={descriptionId}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  /** Position from 0 to `steps`. */
  readonly position: number;
  readonly steps: number;
  /** The value in words, because the position means nothing to a person. */
  readonly valueText: string;
  readonly disabled?: boolean;
  readonly onSlide: (position: number) => void;
  readonly onDone: () => void;
}

/** A slider. The browser's own: the toolkit has none. */
export function Slider({
  label,
  position,
  steps,
  valueText,
  disabled = false,
  onSlide,
  onDone,
}: SliderProps): VNode {
  const ref = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    ref.current?.style.setProperty('--filled', `${(100 * position) / steps}%`);
  }, [position, steps]);
  return (
    <input
      ref={ref}
      type="range"
      class="slider"
      aria-label={label}
      aria-valuetext={valueText}
      min={0}
      max={steps}
      step={1}
      value={position}
      disabled={disabled}
      onInput={(event) => onSlide(event.currentTarget.valueAsNumber)}
      onChange={onDone}
    />
  );
}
