import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';

/** A label with its control; screen readers also read the hint or error below it. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: ReactNode;
  hint?: string | undefined;
  error?: string | null | undefined;
  children: (props: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined }) => ReactNode;
}) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': below ? `${id}-below` : undefined, 'aria-invalid': error ? true : undefined })}
      {below && <span id={`${id}-below`} className={error ? 'error' : 'faint'}>{below}</span>}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  ...input
}: { label: ReactNode; hint?: string; error?: string | null } & InputHTMLAttributes<HTMLInputElement>) {
  return <Field label={label} hint={hint} error={error}>{(props) => <input className="input" {...props} {...input} />}</Field>;
}

export function TextArea({
  label,
  hint,
  error,
  ...input
}: { label: ReactNode; hint?: string; error?: string | null } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <Field label={label} hint={hint} error={error}>{(props) => <textarea className="input" rows={4} {...props} {...input} />}</Field>;
}
