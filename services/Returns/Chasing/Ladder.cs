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

    /// <summary>The day of a rung. That of the due date itself is the working day before, where the due date is none.</summary>
    public static DateOnly DayOf(Rung rung, DateOnly dueOn) =>
        WorkingDays.Add(dueOn, rung.WorkingDays == 0 && !WorkingDays.Contains(dueOn) ? -1 : rung.WorkingDays);

    /// <summary>A ladder with every repetition of its last rung, if that holds payment, up to the first after a day.</summary>
    /// <param name="ladder">The ladder, in order.</param>
    /// <param name="every">After how many working days the last rung is used again; 0 for never.</param>
    /// <param name="dueOn">The day from which rungs are counted.</param>
    /// <param name="until">The day.</param>
    public static IReadOnlyList<Rung> Repeating(IReadOnlyList<Rung> ladder, int every, DateOnly dueOn, DateOnly until)
    {
        if (every <= 0 || ladder is not [.., { Escalates: true } last])
            return ladder;
        var rungs = ladder.ToList();
        for (var rung = last; rung == last || DayOf(rung, dueOn) <= until; rungs.Add(rung))
            rung = rung with { WorkingDays = rung.WorkingDays + every };
        return rungs;
    }

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
