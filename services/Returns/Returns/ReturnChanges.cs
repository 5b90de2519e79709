using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>The differences between two states of a return, in words.</summary>
internal static class ReturnChanges
{
    public static IReadOnlyList<ChangedAnswer> Between(
        IReadOnlyList<Intervention> interventions,
        ReturnContent before,
        ReturnContent after,
        Quarter quarter
    ) =>
        AnswerChanges.Between(
            ReturnAnswers.Of(interventions, before, null, quarter),
            ReturnAnswers.Of(interventions, after, null, quarter)
        );

    /// <summary>The saved answers where they differ from what somebody typed; null where nobody has saved that part.</summary>
    public static Conflict? Conflict(Return owed, PartAnswers typed)
    {
        // A colleague's "nothing to report" must not make somebody's page look empty.
        var theirs = typed.Section == ReturnSections.Nil ? owed.Content : owed.Content with { NilReason = "" };
        return Forms.Answers.Conflict.Of(owed.LastSaved(typed.Part), typed.Part, Words(theirs), Words(typed.Apply(owed.Content, owed)));

        IReadOnlyList<AnswerLine> Words(ReturnContent content) => ReturnAnswers.Of(owed.Interventions, content, null, owed.Quarter);
    }
}
