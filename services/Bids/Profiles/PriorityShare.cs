using Platform.Contracts;

namespace Platform.Bids.Profiles;

/// <summary>
/// How much of what a partnership asks for in a round goes to the priorities of its Problem Profile. Falling short of the round's share is
/// a warning, never an error.
/// </summary>
/// <param name="Serving">How much is asked for priorities.</param>
/// <param name="Asked">How much is asked in all.</param>
/// <param name="Expected">The share that the round expects, in percent; 0 for none.</param>
/// <param name="Bids">How many bids it covers.</param>
internal sealed record PriorityShare(Money Serving, Money Asked, int Expected, int Bids = 1)
{
    public static PriorityShare Of(BidContent content, Round round) => new(content.PriorityTotal, content.Total, round.PriorityPercent);

    /// <summary>The share with another of the partnership's bids in the round added.</summary>
    public PriorityShare With(Money serving, Money asked) => new(Serving + serving, Asked + asked, Expected, Bids + 1);

    /// <summary>Whether there is anything to say: the round expects a share, or some of the money goes to priorities.</summary>
    public bool IsSaid => Expected > 0 || Serving > Money.Zero;

    /// <summary>How much more of what is asked for must go to priorities.</summary>
    public Money Missing => new(Math.Max(0, (Asked.AtLeast(Expected) - Serving).Pence));

    public bool IsReached => Missing == Money.Zero;

    /// <summary>Null where nothing is asked for.</summary>
    public Percentage? Percent => Asked > Money.Zero ? Percentage.Of(Serving.Pence, Asked.Pence, Expected) : null;

    /// <summary>"£4,000 of £16,000: 25%"</summary>
    public string Figures => $"{Serving} of {Asked}" + (Percent is { } percent ? $": {percent}" : "");

    /// <summary>"£4,000 of £16,000: 25%. The round expects 50%: £4,000 more of it must go to priorities"</summary>
    public string Words =>
        Expected == 0 || Percent is null ? Figures
        : IsReached ? $"{Figures}. This reaches the {Expected}% that the round expects"
        : $"{Figures}. The round expects {Expected}%: {Missing} more of it must go to priorities";
}
