using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>A page about one bid: the caller's own, or any for the office, which sees what has been submitted.</summary>
[May(nameof(Acts.ReadBids))]
internal abstract class BidPage(BidsContext db, Caller caller) : FormPage<Bid>(new BidForms(db, caller), caller)
{
    public Bid Bid => Form;
    public new BidContent Content { get; private set; } = new();
    public BidContacts? Contacts { get; private set; } = new();
    public BiddingWindow Window { get; private set; } = null!;
    public Round Round => Window.Round;

    /// <summary>Its answers and totals; each answer that may be changed links to its page.</summary>
    public IReadOnlyList<AnswerGroup> Answers =>
        [.. BidGroups.Of(BidWords.Of(Content, Contacts, Round), Files, Address, MayChange), Totals];

    /// <summary>Its files, as the reader sees them.</summary>
    public IReadOnlyList<Attachment> Files { get; private set; } = [];

    /// <summary>Its totals.</summary>
    public AnswerGroup Totals => BidGroups.Totals(Content, Round, Share);

    /// <summary>The share over all bids of the partnership in the round; null on pages that do not show it.</summary>
    public PriorityShare? Share { get; private set; }
    public bool IsOffice => Caller.SeesEverything;

    /// <summary>The names of those who can submit it.</summary>
    public string Leads { get; private set; } = "";

    /// <summary>Whether the reader sees its content, and not only that it exists.</summary>
    public bool IsReadable => !Caller.SeesEverything || Bid.IsOpenToOffice;

    /// <summary>Whether the reader can change any of it now: before the deadline and its submission, or what was sent back.</summary>
    public bool MayEdit => IsPartner && BidSections.All.Any(MayChange);

    /// <summary>Whether the reader may change this section now.</summary>
    public bool MayChange(string section) => IsPartner && Bid.MayChange(section, Window, Caller.At).IsDone;

    /// <summary>The card of one thing in a list, for the page of that list.</summary>
    public AnswerGroup Card(string section, Guid id) =>
        BidGroups.Card(BidWords.Of(Content, null, Round), Address, section, id, MayChange(section) ? "section" : null);

    /// <summary>What is missing from a section, and where to enter it.</summary>
    public IReadOnlyList<AnswerLink> Unanswered(string section) =>
        [.. BidCheck.Unanswered(section, Bid, Round).Select(m => new AnswerLink(m.Message, $"{Address}/{m.Where}"))];

    /// <summary>The page at the end of a section, where it is marked as complete.</summary>
    public string EndOf(string section) =>
        section is BidSections.Interventions or BidSections.Match or BidSections.Risks
            ? $"{Address}/{section}"
            : $"{Address}/sections/{section}";

    /// <summary>"12 days left, until ...": the partnership's own deadline, or the one for what was sent back.</summary>
    public string TimeLeft => Countdown.Words(Caller.At, Bid.AnswerBy ?? Window.ClosesAt);

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        (_, Content, Contacts) = await db.SeenAsync(Bid, Caller, cancellationToken);
        Window = await db.WindowAsync(Bid.RoundId, Bid.Partnership, cancellationToken);
        Files = await db.AttachmentsAsync(Bid, Caller, cancellationToken);
        if (IsPartner)
            Leads = (await db.WhoMayAsync(Acts.SubmitBid, Bid.Partnership, cancellationToken)).Names("your partnership’s lead");
        return true;
    }

    protected async Task LoadShareAsync(CancellationToken cancellationToken) =>
        Share = await db.ShareAsync(Bid, Content, Round, Caller, cancellationToken);
}
