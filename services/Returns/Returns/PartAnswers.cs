using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>
/// The answers on one page of a return: the part that they belong to, their rules, and how they change the return. A return may be
/// saved with answers missing.
/// </summary>
/// <param name="Section">Of <see cref="ReturnSections"/>.</param>
internal abstract record PartAnswers(string Section)
{
    public const int LongestText = 2000;

    /// <summary>What two people cannot both save without one of them choosing: a page, or one thing in its list.</summary>
    public virtual string Part => Section;

    /// <summary>Whether the return has the thing that they are about.</summary>
    public virtual bool IsIn(Return owed) => true;

    /// <summary>What is wrong, by the page's field names.</summary>
    public abstract IReadOnlyList<Problem> Problems(Return owed, GrantFigures figures, Programme programme);

    public abstract ReturnContent Apply(ReturnContent content, Return owed);

    /// <summary>A line with nothing answered yet.</summary>
    public static ReturnLine Unsaid(Guid intervention) => new(intervention, null, "", null, null, []);

    protected static IEnumerable<Problem> TooLong(string field, string name, string? typed) =>
        TypedText.Tidy(typed).Length > LongestText ? [new(field, $"{name} must be {LongestText:N0} characters or less")] : [];

    protected static IEnumerable<Problem> NoMoney(string field, string name, Money? amount)
    {
        if (amount < Money.Zero)
            yield return new(field, $"{name} must be £0 or more");
        if (amount > Money.Largest)
            yield return new(field, $"{name} must be {Money.Largest} or less");
    }
}

/// <summary>Answers about one intervention.</summary>
/// <param name="InterventionId">The intervention.</param>
/// <param name="Page">The last word of its part: "progress".</param>
internal abstract record LineAnswers(Guid InterventionId, string Page) : PartAnswers(InterventionId.ToString())
{
    public override string Part => $"{InterventionId}/{Page}";

    public override bool IsIn(Return owed) => owed.Interventions.Any(i => i.Id == InterventionId);

    public sealed override IReadOnlyList<Problem> Problems(Return owed, GrantFigures figures, Programme programme) =>
        [
            .. Problems(
                owed.Interventions.Single(i => i.Id == InterventionId),
                owed.Line(InterventionId) ?? Unsaid(InterventionId),
                owed,
                figures,
                programme
            ),
        ];

    public sealed override ReturnContent Apply(ReturnContent content, Return owed)
    {
        var line = Apply(
            content.Lines.FirstOrDefault(l => l.InterventionId == InterventionId) ?? Unsaid(InterventionId),
            owed.Interventions.Single(i => i.Id == InterventionId)
        );
        return content with
        {
            Lines =
            [
                .. owed
                    .Interventions.Select(i => i.Id == InterventionId ? line : content.Lines.FirstOrDefault(l => l.InterventionId == i.Id))
                    .OfType<ReturnLine>(),
            ],
            NilReason = "",
        };
    }

    protected abstract IEnumerable<Problem> Problems(
        Intervention intervention,
        ReturnLine line,
        Return owed,
        GrantFigures figures,
        Programme programme
    );

    protected abstract ReturnLine Apply(ReturnLine line, Intervention intervention);
}
