/** Choosing files to send. The form around it needs `enctype="multipart/form-data"`. */
import { type FieldProps, FormGroup, fieldDescription, fieldId } from './field.tsx';

export interface FileUploadProps extends FieldProps {
  /** Types the server takes, such as `.pdf,.csv`. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

export const FileUpload = (props: FileUploadProps) => (
  <FormGroup field={props} class="nhsuk-file-upload" data={{ 'data-module': 'nhsuk-file-upload' }}>
    <input
      class="nhsuk-file-upload__input"
      id={fieldId(props)}
      name={props.name}
      type="file"
      accept={props.accept}
      multiple={props.multiple}
      disabled={Boolean(props.unavailable)}
      aria-describedby={fieldDescription(props)}
    />
  </FormGroup>
);
