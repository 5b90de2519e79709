using Platform.Contracts;

namespace Platform.Bids.Profiles;

/// <summary>
/// How much of what one partnership asks for in a round goes to the priorities of its Problem Profile. Below the round's share it is a
/// warning, never an error.
/// </summary>
/// <param name="Serving">What is asked for priorities.</param>
/// <param name="Asked">What is asked for in all.</param>
/// <param name="Expected">The round's share, in percent; 0 for none.</param>
/// <param name="Bids">Over how many bids.</param>
internal sealed record PriorityShare(Money Serving, Money Asked, int Expected, int Bids = 1)
{
    public static PriorityShare Of(BidContent content, Round round) => new(content.PriorityTotal, content.Total, round.PriorityPercent);

    /// <summary>The same with what other bids of the partnership in the round ask for.</summary>
    public PriorityShare With(Money serving, Money asked) => new(Serving + serving, Asked + asked, Expected, Bids + 1);

    /// <summary>Whether there is anything to say: the round expects a share, or some of the money has one.</summary>
    public bool IsSaid => Expected > 0 || Serving > Money.Zero;

    /// <summary>How much more of what is asked must go to priorities.</summary>
    public Money Missing => new(Math.Max(0, (Asked.AtLeast(Expected) - Serving).Pence));

    public bool IsReached => Missing == Money.Zero;

    /// <summary>Rounded down; null where nothing is asked for.</summary>
    public long? Percent => Asked > Money.Zero ? (long)decimal.Floor(Serving.Pence * 100m / Asked.Pence) : null;

    /// <summary>"£4,000 of £16,000: 25%"</summary>
    public string Figures => $"{Serving} of {Asked}" + (Percent is { } percent ? $": {percent}%" : "");

    /// <summary>"£4,000 of £16,000: 25%. The round expects 50%: £4,000 more of it must go to priorities"</summary>
    public string Words =>
        Expected == 0 || Percent is null ? Figures
        : IsReached ? $"{Figures}. This reaches the {Expected}% that the round expects"
        : $"{Figures}. The round expects {Expected}%: {Missing} more of it must go to priorities";
}
