using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>What differs between two states of a return, in words.</summary>
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

    /// <summary>What is saved where somebody typed something else; null where nobody has saved it.</summary>
    public static Conflict? Conflict(Return owed, PartAnswers typed)
    {
        // Nobody is shown their page as empty because a colleague said that there is nothing to report.
        var theirs = typed.Section == ReturnSections.Nil ? owed.Content : owed.Content with { NilReason = "" };
        return Forms.Answers.Conflict.Of(owed.LastSaved(typed.Part), typed.Part, Words(theirs), Words(typed.Apply(owed.Content, owed)));

        IReadOnlyList<AnswerLine> Words(ReturnContent content) => ReturnAnswers.Of(owed.Interventions, content, null, owed.Quarter);
    }
}
