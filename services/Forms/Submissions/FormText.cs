using Platform.Forms.Answers;
using Platform.Forms.Attachments;

namespace Platform.Forms.Submissions;

/// <summary>A form in words, to be read and printed: as it stands, or as it was submitted.</summary>
/// <param name="Caption">Which form it is, and whose: "CSP2025-MEL-03 for Melton".</param>
/// <param name="Title">Its heading.</param>
/// <param name="Facts">What is known of it beside its answers: its round, who certified it.</param>
/// <param name="Answers">What was answered, and what it adds up to.</param>
public sealed record FormText(string Caption, string Title, IReadOnlyList<AnswerRow> Facts, IReadOnlyList<AnswerGroup> Answers);

/// <summary>A submission in words.</summary>
/// <param name="Text">All of it, to be read.</param>
/// <param name="Lines">Its answers, to be compared with those of another submission.</param>
/// <param name="Files">What was handed in with it.</param>
public sealed record SubmissionText(FormText Text, IReadOnlyList<AnswerLine> Lines, IReadOnlyList<SubmittedFile> Files)
{
    /// <summary>What differs from the submission before it: answers, then files.</summary>
    public IReadOnlyList<ChangedAnswer> ChangesSince(SubmissionText before) =>
        [
            .. AnswerChanges.Between(before.Lines, Lines),
            .. Files
                .ExceptBy(before.Files.Select(f => f.Id), f => f.Id)
                .Select(f => new ChangedAnswer(Form.Attachments, $"Attachments: {f.Name}", "", "Added")),
            .. before
                .Files.ExceptBy(Files.Select(f => f.Id), f => f.Id)
                .Select(f => new ChangedAnswer(Form.Attachments, $"Attachments: {f.Name}", f.Name, "Removed")),
        ];
}
