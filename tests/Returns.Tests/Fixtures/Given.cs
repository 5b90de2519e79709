using Platform.Contracts;
using Platform.Returns.Model;

namespace Platform.Returns.Tests.Fixtures;

/// <summary>People, grants and returns to begin from.</summary>
internal static class Given
{
    public static readonly Partnership Melton = Partnership.Get("MEL");
    public static readonly Partnership Blaby = Partnership.Get("BLA");
    public static readonly Person Editor = new(Guid.Parse("00000000-0000-0000-0000-00000000000e"), "Asha Patel");
    public static readonly Person Lead = new(Guid.Parse("00000000-0000-0000-0000-00000000000d"), "Tom Shaw");
    public static readonly Person Officer = new(Guid.Parse("00000000-0000-0000-0000-00000000000f"), "Ruth Okafor");

    public static readonly Intervention Hardening = new(Guid.Parse("00000000-0000-0000-0000-000000000001"), "Target hardening", "Locks and lights",
        [new(new(2024), SpendKind.Capital, Money.FromPounds(90_000))],
        [new("homes target hardened", 130, TargetKind.UpTo), new("residents trained", 14, TargetKind.Fixed)], []);

    public static readonly Intervention Campaign = new(Guid.Parse("00000000-0000-0000-0000-000000000002"), "Crimestoppers campaign", "Posters",
        [new(new(2024), SpendKind.Revenue, Money.FromPounds(11_000))], [new("posters", 500, TargetKind.AtLeast)], []);

    public static GrantMade Grant(
        DateOnly from, DateOnly to, DateTimeOffset madeAt, Partnership? partnership = null, string? reference = null, string programme = "Community safety fund",
        params Intervention[] interventions) => new(Guid.NewGuid(), 1, madeAt, Officer, new(Guid.NewGuid(), reference ?? $"T{Guid.NewGuid():N}"[..12], programme,
            partnership ?? Melton, "Safer Melton", "EXE005-24", from, to, interventions is [] ? [Hardening, Campaign] : interventions));

    /// <summary>The return for April to June 2024: opens on Monday 1 July, due on Wednesday 31 July.</summary>
    public static Return FirstQuarter(params Intervention[] interventions)
    {
        var made = Grant(new(2024, 4, 1), new(2024, 6, 30), London.At(new(2024, 4, 8), new(10, 0)), interventions: interventions);
        var scheduled = Return.Schedule(made.Id, made.Grant, new DueRule(DueRuleKind.LastDayOfMonthAfter), made.At, made.At)[0];
        scheduled.TakeRaised();
        return scheduled;
    }

    public static DateTimeOffset In(int year, int month, int day, int hour = 12, int minute = 0) => London.At(new(year, month, day), new(hour, minute));

    public static ReturnLine LineOf(Intervention intervention, int quantity = 5, decimal capital = 1_200, decimal revenue = 18.50m, string narrative = "Went well") =>
        new(intervention.Id, DeliveryStatus.OnTrack, narrative, Money.FromPounds(capital), Money.FromPounds(revenue),
            [.. intervention.Outputs.Select(o => new Achievement(o.Indicator, quantity))]);

    /// <summary>A return that the editor has filled in and handed over.</summary>
    public static Return Ready(DateTimeOffset at)
    {
        var owed = FirstQuarter();
        foreach (var intervention in owed.Interventions) Assert.True(owed.SaveLine(LineOf(intervention), owed.Version, Editor, at).IsDone);
        Assert.True(owed.HandOver(Editor, at).IsDone);
        owed.TakeRaised();
        return owed;
    }
}
