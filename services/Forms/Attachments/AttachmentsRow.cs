using Platform.Forms.Answers;

namespace Platform.Forms.Attachments;

/// <summary>The files of a form among its answers: nobody hands in a form without seeing which files go with it.</summary>
public static class AttachmentsRow
{
    /// <summary>One answer that names each file.</summary>
    /// <param name="files">As the reader sees them.</param>
    /// <param name="change">Where they are added and removed; null for a reader who may not.</param>
    public static AnswerRow Of(IReadOnlyList<Attachment> files, string? change) =>
        new(files.Count == 1 ? "File" : "Files", files.Count == 0 ? "None" : string.Join('\n', files.Select(Words)), change);

    /// <summary>The section or card in which that answer stands; who may not change the files is led to them.</summary>
    /// <param name="files">As the reader sees them.</param>
    /// <param name="address">Of the form.</param>
    /// <param name="mayChange">Whether the reader may add and remove them.</param>
    public static AnswerGroup Group(IReadOnlyList<Attachment> files, string address, bool mayChange) =>
        new("Attachments", [Of(files, mayChange ? $"{address}/attachments?return=check" : null)])
        {
            Instead = mayChange || files.Count == 0 ? null : new("See the attachments", $"{address}/attachments"),
        };

    private static string Words(Attachment file) =>
        file.Scan switch
        {
            ScanState.Waiting => $"{file.Name} ({file.KindAndSize}): being checked for viruses",
            ScanState.Infected => $"{file.Name}: contains a virus, and was deleted",
            _ => $"{file.Name} ({file.KindAndSize})",
        };
}
