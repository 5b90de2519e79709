using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>Saves the answers of one page of a bid, or a whole bid.</summary>
internal sealed class SaveBid(BidsContext db, Caller caller)
{
    public Task<Result> RunAsync(string reference, int readVersion, SectionAnswers answers, CancellationToken cancellationToken) =>
        db.ChangeBidAsync(reference, (bid, window) => bid.Save(answers, window, readVersion, caller.Person, caller.At), cancellationToken);

    /// <summary>Saves a whole bid, or none of it. Each problem's field begins with the place of its part.</summary>
    /// <param name="reference">The bid.</param>
    /// <param name="readVersion">The version that was read: the whole bid is replaced, so no part of it may have changed since.</param>
    /// <param name="parts">From the bid as it is, every part that it is to have, each with its place in the request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result> RunAsync(
        string reference,
        int readVersion,
        Func<BidContent, IEnumerable<(string Place, SectionAnswers Answers)>> parts,
        CancellationToken cancellationToken
    ) =>
        db.ChangeBidAsync(
            reference,
            (bid, window) =>
            {
                if (bid.Version != readVersion)
                    return Result.Stale;
                var problems = new List<Problem>();
                foreach (var (place, answers) in parts(bid.Content).ToList())
                {
                    var result = bid.Save(answers, window, bid.Version, caller.Person, caller.At);
                    if (result.Kind == ResultKind.Incorrect)
                        problems.AddRange(result.Problems.Select(p => p with { Field = $"{place}.{p.Field}" }));
                    else if (!result.IsDone)
                        return result;
                }
                return Result.Of(problems);
            },
            cancellationToken
        );
}
