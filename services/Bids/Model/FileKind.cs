namespace Platform.Bids.Model;

/// <summary>The kinds of file that can be attached.</summary>
internal enum FileKind { Pdf, Docx, Xlsx, Png, Jpeg }

internal static class FileKinds
{
    /// <summary>As people call it: "PDF".</summary>
    public static string Word(this FileKind kind) => kind.ToString().ToUpperInvariant();

    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Png => "image/png",
        _ => "image/jpeg",
    };

    /// <summary>What a name of that kind ends in; the first is given to a name that ends in none.</summary>
    public static IReadOnlyList<string> Endings(this FileKind kind) => kind is FileKind.Jpeg ? [".jpg", ".jpeg"] : [$".{kind.ToString().ToLowerInvariant()}"];
}
