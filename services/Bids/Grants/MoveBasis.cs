using Platform.Contracts;

namespace Platform.Bids.Grants;

/// <summary>
/// What a variation rests on that moves money between funding years, or adds to it (HM Treasury's annuality): a supported decision record
/// that comes after the award and names the grant, the years and the amount; what it approved is used once. Where a variation only moves
/// money and names no record, finance approves it instead.
/// </summary>
internal static class MoveBasis
{
    /// <summary>What a record approves for a grant and no variation has used yet.</summary>
    public static IReadOnlyList<DecidedMove> Left(DecisionDetails? basis, GrantDetails grant)
    {
        var used = grant
            .Variations.Where(v => v.DecisionReference == basis?.Reference)
            .SelectMany(v => v.Raises(grant.Reference))
            .ToLookup(m => (m.From, m.To), m => m.Amount);
        return
        [
            .. from move in basis?.Moves ?? []
            where move.Grant == grant.Reference
            group move.Amount by (move.From, move.To) into years
            select new DecidedMove(grant.Reference, years.Key.From, years.Key.To, years.Sum(a => a) - used[years.Key].Sum(a => a)),
        ];
    }

    /// <summary>Those that have a year that loses the money.</summary>
    public static IEnumerable<YearMove> OfYears(this IEnumerable<DecidedMove> moves) =>
        moves.Where(m => m.From is not null).Select(m => new YearMove(m.From!.Value, m.To, m.Amount));

    /// <summary>What is wrong with the record that a variation names, or that it names none; null where nothing is.</summary>
    /// <param name="variation">What is to be recorded.</param>
    /// <param name="basis">The record that it names; null where there is no such record.</param>
    /// <param name="grant">The grant before it.</param>
    /// <param name="made">The day of the award.</param>
    public static string? Lacks(Variation variation, DecisionDetails? basis, GrantDetails grant, DateOnly made)
    {
        var raises = variation.Raises(grant.Reference).ToList();
        if (variation.DecisionReference is not { } named)
            return raises.Any(r => r.From is null) ? "Enter the decision record that approved more money" : null;
        if (basis?.Decision != Decision.Supported)
            return $"There is no supported decision record {named}";
        if (raises.Count == 0)
            return null;
        if (basis.SupersededBy is { } later)
            return $"{named} was corrected by {later}. Enter that one";
        if (named == grant.DecisionReference || basis.DecidedOn < made)
            return $"{named} was decided with the award or before it. Enter the later record that names this move: {Words(raises)}";
        var left = Left(basis, grant).ToLookup(m => (m.From, m.To), m => m.Amount);
        var beyond = raises.Where(r => r.Amount > left[(r.From, r.To)].Sum(a => a)).ToList();
        return beyond.Count == 0 ? null : $"{named} does not approve this for {grant.Reference}: {Words(beyond)}";
    }

    /// <summary>"£5,000 from 2024/25 to 2025/26"</summary>
    public static string Words(DecidedMove move) =>
        move.From is { } from ? $"{move.Amount} from {from} to {move.To}" : $"{move.Amount} more in {move.To}";

    private static string Words(IEnumerable<DecidedMove> moves) => string.Join(", and ", moves.Select(Words));
}
