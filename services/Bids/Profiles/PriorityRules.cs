using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Profiles;

/// <summary>
/// Which priority a bid or an intervention may name: one in the partnership's Problem Profile, or the one already saved, which may have
/// left the profile since.
/// </summary>
internal static class PriorityRules
{
    public static IEnumerable<Problem> OfIntervention(string typed, Guid id, BidContent content, ProblemProfile? profile) =>
        Problems(typed, content.Interventions.FirstOrDefault(i => i.Id == id)?.Priority ?? "", profile, nameof(Intervention.Priority));

    public static IEnumerable<Problem> Problems(string typed, string saved, ProblemProfile? profile, string field)
    {
        if (typed.Length == 0 || typed == saved || profile?.Priorities.Any(p => p.Name == typed) == true)
            yield break;
        yield return new(
            field,
            profile is null
                ? "There is no Problem Profile for this round yet: its priorities cannot be named"
                : "Select one of the priorities of your Problem Profile, or none of them"
        );
    }
}
