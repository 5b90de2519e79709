using Platform.Contracts;

namespace Platform.Returns.Chasing;

/// <summary>The rungs of a chasing ladder, and their days.</summary>
internal static class Ladder
{
    /// <summary>A programme's ladder until the office decides otherwise.</summary>
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

    /// <summary>The same for a return that was sent back: its days are counted from the day to be back by.</summary>
    public static readonly IReadOnlyList<Rung> Rework = [.. Default.Where(r => r.WorkingDays >= -5)];

    public static DateOnly DayOf(Rung rung, DateOnly dueOn) => WorkingDays.Add(dueOn, rung.WorkingDays);

    /// <summary>The instant from which a rung is due: when the office opens on its day.</summary>
    public static DateTimeOffset DueAt(Rung rung, DateOnly dueOn) => London.At(DayOf(rung, dueOn), OfficeHours.From);

    /// <summary>
    /// The rungs that can still be used, lowest first. Rungs up to the due date are left out if their day was over before the return could
    /// be filled in, or before the due date was set: "due in ten working days" would not be true.
    /// </summary>
    public static IEnumerable<Rung> Left(IEnumerable<Rung> ladder, DateOnly dueOn, int? lastRung, DateOnly from) =>
        ladder
            .Where(r => lastRung is null || r.WorkingDays > lastRung)
            .Where(r => r.WorkingDays > 0 || DayOf(r, dueOn) >= from)
            .OrderBy(r => r.WorkingDays);
}
