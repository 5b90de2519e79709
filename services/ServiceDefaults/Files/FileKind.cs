namespace Platform.ServiceDefaults.Files;

/// <summary>The kinds of file that can be attached.</summary>
public enum FileKind
{
    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>A Word document without macros.</summary>
    Docx,

    /// <summary>An Excel workbook without macros.</summary>
    Xlsx,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,
}

/// <summary>What each kind is called.</summary>
public static class FileKinds
{
    /// <summary>As people call it: "PDF".</summary>
    public static string Word(this FileKind kind) => kind.ToString().ToUpperInvariant();

    /// <summary>Its media type.</summary>
    public static string ContentType(this FileKind kind) =>
        kind switch
        {
            FileKind.Pdf => "application/pdf",
            FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind.Png => "image/png",
            _ => "image/jpeg",
        };

    /// <summary>The endings of a name of that kind; a name without one is given the first.</summary>
    public static IReadOnlyList<string> Endings(this FileKind kind) =>
        kind is FileKind.Jpeg ? [".jpg", ".jpeg"] : [$".{kind.ToString().ToLowerInvariant()}"];
}
