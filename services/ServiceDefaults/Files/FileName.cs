using Platform.Contracts;

namespace Platform.ServiceDefaults.Files;

/// <summary>What a file is called, and how large it is in words.</summary>
public static class FileName
{
    /// <summary>The longest name in characters.</summary>
    public const int Longest = 200;

    private static readonly string[] Heic = [".heic", ".heif"];

    /// <summary>"340KB" or "1.5MB", never "0KB".</summary>
    public static string SizeOf(int bytes) =>
        bytes < 1024 * 1024 ? $"{Math.Max(1, (bytes + 512) / 1024)}KB" : $"{bytes / (1024m * 1024):0.#}MB";

    /// <summary>Removes folders and characters that hide or reverse others, and makes sure that the ending says what the file is.</summary>
    public static string Tidy(string name, FileKind kind)
    {
        var last = name.Split('/', '\\')[^1];
        var seen = TypedText.Line(last);
        var ending = kind.Endings().FirstOrDefault(e => seen.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } given
            ? seen[^given.Length..]
            : kind.Endings()[0];
        // A converted photograph keeps its name, but not the ending of what it was.
        if (kind is FileKind.Jpeg && Heic.FirstOrDefault(e => seen.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } before)
            seen = seen[..^before.Length];
        var stem = seen.EndsWith(ending, StringComparison.Ordinal) ? seen[..^ending.Length] : seen;
        if (stem.Length > Longest - ending.Length)
            stem = stem[..(Longest - ending.Length)].TrimEnd();
        if (stem.Length > 0 && char.IsHighSurrogate(stem[^1]))
            stem = stem[..^1];
        return (stem.Length == 0 ? "file" : stem) + ending;
    }
}
