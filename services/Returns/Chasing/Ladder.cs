using Platform.Contracts;

namespace Platform.Returns.Chasing;

/// <summary>The days of a chasing ladder.</summary>
internal static class Ladder
{
    /// <summary>What a programme has until the office decides otherwise.</summary>
    public static readonly IReadOnlyList<Rung> Default =
    [
        new(-10, [Roles.PartnerEditor]),
        new(-5, [Roles.PartnerEditor]),
        new(-1, [Roles.PartnerEditor]),
        new(0, [Roles.PartnerEditor, Roles.PartnerLead]),
        new(1, [Roles.PartnerEditor, Roles.PartnerLead]),
        new(5, [Roles.PartnerEditor, Roles.PartnerLead]),
        new(10, [Roles.PartnerLead, Roles.PartnerChair]),
        new(20, [Roles.PartnerLead, Roles.PartnerChair]) { Escalates = true },
    ];

    public static DateOnly DayOf(Rung rung, DateOnly dueOn) => WorkingDays.Add(dueOn, rung.WorkingDays);

    /// <summary>The instant from which a rung is due: the office opens on its day.</summary>
    public static DateTimeOffset DueAt(Rung rung, DateOnly dueOn) => London.At(DayOf(rung, dueOn), OfficeHours.From);

    /// <summary>
    /// The rungs that can still be used, lowest first. Those up to the due date whose day was over before there was anything to fill in,
    /// or before the due date was set, are left out: "due in ten working days" would not be true.
    /// </summary>
    public static IEnumerable<Rung> Left(IEnumerable<Rung> ladder, DateOnly dueOn, int? lastRung, DateOnly from) =>
        ladder
            .Where(r => lastRung is null || r.WorkingDays > lastRung)
            .Where(r => r.WorkingDays > 0 || DayOf(r, dueOn) >= from)
            .OrderBy(r => r.WorkingDays);
}
