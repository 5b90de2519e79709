using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>How far a return has got: all that the office sees of a draft.</summary>
internal static class ReturnProgress
{
    /// <summary>The parts that are completed of those that are asked for; of a return that was sent back, the answers.</summary>
    public static FormProgress Of(Return owed, GrantFigures figures, Programme programme)
    {
        var changed = owed.Parts.Values.Where(p => p.Version > (owed.SentBackVersion ?? 0)).Max(p => (DateTimeOffset?)p.At);
        if (owed.SentBack.Count > 0)
            return new(owed.SentBack.Count - owed.Unanswered.Count, owed.SentBack.Count, changed);
        var missing = ReturnCheck.Missing(owed, figures, programme).Select(p => p.Field).ToHashSet();
        var asked = owed
            .Interventions.Where(i => !ReturnCheck.IsOver(i, owed, figures))
            .SelectMany(Parts)
            .Concat(ReturnSections.OfWhole.Where(s => s != ReturnSections.Attachments))
            .Where(p => p != ReturnSections.Match || owed.MatchPromised.Count > 0)
            .ToList();
        return new(asked.Count(p => !missing.Contains(p)), asked.Count, changed);
    }

    private static IEnumerable<string> Parts(Intervention intervention)
    {
        var section = ReturnSections.Of(intervention);
        yield return $"{section}/progress";
        yield return $"{section}/spending";
        if (intervention.Outputs.Count > 0)
            yield return $"{section}/outputs";
        yield return $"{section}/assets";
    }
}
