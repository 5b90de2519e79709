using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="FileUpload"/>.</summary>
public sealed record FileUploadOptions : FieldOptions
{
    /// <summary>Whether several files may be chosen.</summary>
    public bool Multiple { get; init; }

    /// <summary>Whether it becomes a place to drop files on.</summary>
    public bool Javascript { get; init; }

    /// <summary>Classes of the element around it, with JavaScript.</summary>
    public string? WrapperClasses { get; init; }

    /// <summary>Attributes of that element.</summary>
    public IReadOnlyDictionary<string, string?>? WrapperAttributes { get; init; }

    /// <summary>Words of the button.</summary>
    public string? ChooseFilesButtonText { get; init; }

    /// <summary>Words while no file is chosen.</summary>
    public string? NoFileChosenText { get; init; }

    /// <summary>Words for several files, by plural rule.</summary>
    public IReadOnlyDictionary<string, string?>? MultipleFilesChosenText { get; init; }

    /// <summary>Words beside the button.</summary>
    public string? DropInstructionText { get; init; }

    /// <summary>Announced over the place to drop.</summary>
    public string? EnteredDropZoneText { get; init; }

    /// <summary>Announced on leaving it.</summary>
    public string? LeftDropZoneText { get; init; }
}

/// <summary>File upload.</summary>
public static class FileUpload
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(FileUploadOptions options) =>
        Field.Render(
            options,
            describedBy =>
            {
                IHtmlContent input = new Element(
                    "input",
                    Write.Classes("govuk-file-upload", options.Classes, options.ErrorMessage is null ? null : "govuk-file-upload--error")
                )
                    .With("id", options.OwnId)
                    .With("name", options.Name ?? "")
                    .With("type", "file")
                    .Flag("disabled", options.Disabled)
                    .Flag("multiple", options.Multiple)
                    .With("aria-describedby", describedBy)
                    .With(options.Attributes);
                return new HtmlContentBuilder()
                    .AppendHtml(options.FormGroup.BeforeInput?.Body ?? HtmlString.Empty)
                    .AppendHtml(options.Javascript ? Dropzone(options).Add(input) : input)
                    .AppendHtml(options.FormGroup.AfterInput?.Body ?? HtmlString.Empty);
            }
        );

    private static Element Dropzone(FileUploadOptions options)
    {
        var words = new Dictionary<string, string?> { ["data-module"] = "govuk-file-upload" };
        Words.Put(words, "choose-files-button", options.ChooseFilesButtonText);
        Words.Put(words, "no-file-chosen", options.NoFileChosenText);
        Words.Put(words, "multiple-files-chosen", options.MultipleFilesChosenText);
        Words.Put(words, "drop-instruction", options.DropInstructionText);
        Words.Put(words, "entered-drop-zone", options.EnteredDropZoneText);
        Words.Put(words, "left-drop-zone", options.LeftDropZoneText);
        return new Element("div", Write.Classes("govuk-file-upload-wrapper", options.WrapperClasses))
            .With(words)
            .With(options.WrapperAttributes);
    }
}
