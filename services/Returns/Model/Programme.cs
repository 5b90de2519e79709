using Platform.Contracts;

namespace Platform.Returns.Model;

/// <summary>What the office has settled for a fund's returns: when they are due, and who is written to when. Data, changed by an update of its row.</summary>
internal sealed class Programme
{
    private Programme() { }

    public string Name { get; private init; } = "";
    public DueRule DueRule { get; private set; } = new(DueRuleKind.LastDayOfMonthAfter);
    public IReadOnlyList<Rung> Ladder { get; private set; } = [];

    public static Programme WithDefaults(string name) => new() { Name = name, Ladder = Model.Ladder.Default };
}
