using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns;

/// <summary>Who can certify a return, in words for a lead who enters part of it, or is about to.</summary>
internal static class Certifiers
{
    /// <summary>What a lead is told before saving a section of a return; nothing for everybody else.</summary>
    public static async Task<IReadOnlyList<string>> CautionAsync(
        this ReturnsContext db,
        Return owed,
        string section,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (!caller.May(Acts.CertifyReturn) || !owed.MayChange(section, caller.At).IsDone)
            return [];
        var name = ReturnSections.Name(owed, section);
        var entered = Entered(owed, caller);
        return
        [
            (
                entered.Count == 0
                    ? $"You can certify this return now. If you save anything in {name}, you will have entered part of it and can no "
                        + "longer certify it. "
                    : $"You have entered part of this return ({string.Join("; ", entered)}), so you cannot certify it. "
            ) + $"{await WhoElseAsync(db, owed, caller, cancellationToken)}.",
        ];
    }

    /// <summary>"Tom Shaw can certify it", or that nobody else can, and what to do then.</summary>
    public static async Task<string> WhoElseAsync(ReturnsContext db, Return owed, Caller caller, CancellationToken cancellationToken)
    {
        var prepared = owed.Parts.Values.Select(p => p.By.UserId).Append(caller.Person.UserId).ToHashSet();
        var others = (await db.WhoMayAsync(Acts.CertifyReturn, owed.Partnership, cancellationToken))
            .Where(p => !prepared.Contains(p.UserId))
            .ToList();
        return others.Count > 0
            ? $"{others.Names("")} must then certify it"
            : $"Nobody else at {owed.Partnership.Name} can certify it: have an editor enter the change, or save your part again, "
                + "or ask the office for another lead";
    }

    /// <summary>The parts as they stand that the caller entered, in words: "Target hardening: spending".</summary>
    public static IReadOnlyList<string> Entered(Return owed, Caller caller) =>
        [
            .. owed
                .Parts.Where(p => p.Value.By.UserId == caller.Person.UserId)
                .OrderBy(p => p.Value.Version)
                .Select(p => NameOf(owed, p.Key))
                .Distinct(),
        ];

    private static string NameOf(Return owed, string part)
    {
        if (SectionNotes.SectionOf(part) is { } answered)
            return $"the answer about {ReturnSections.Name(owed, answered)}";
        var pieces = part.Split('/');
        var name = ReturnSections.Name(owed, pieces[0]);
        return pieces.Length == 1
            ? name
            : $"{name}: "
                + pieces[1] switch
                {
                    "assets" or "assets-said" => "things bought",
                    "adjustments" => "corrections of earlier quarters",
                    "explanation" => "explanation of figures",
                    var page => page,
                };
    }
}
