using Platform.Contracts;
using Platform.Notifications.Delivery;

namespace Platform.Notifications.Templates;

/// <summary>What every letter says.</summary>
/// <param name="Office">Who writes.</param>
/// <param name="To">The recipient's name.</param>
/// <param name="Path">The page that the letter is about.</param>
internal abstract record LetterFields(Office Office, string To, string Path)
{
    public Uri Link => Office.Link(Path);
    public string ContactName => Office.Contact.DisplayName;
    public Uri ContactEmail => new("mailto:" + Office.Contact.Address);
}

/// <summary>Of a letter about a return.</summary>
internal record ReturnFields(Office Office, string To, ReturnDetails Return)
    : LetterFields(Office, To, $"/returns/{Return.GrantReference}/{Return.Quarter.ToString().Replace('/', '-').Replace(' ', '-').ToLowerInvariant()}")
{
    public string Partnership => Return.Partnership.Name;
    public string Quarter => $"quarter {Return.Quarter.Number}";
    public string Months => $"{Return.Quarter.From:MMMM} to {Return.Quarter.To:MMMM yyyy}";
    public string Title => Return.Title;
    public string Reference => Return.GrantReference;
    public string DueOn => London.Plain(Return.DueOn);
    public string DueDay => London.WithWeekday(Return.DueOn);
}

/// <summary>Of a receipt for a return.</summary>
internal sealed record ReturnReceiptFields(Office Office, string To, ReturnDetails Return, Person SubmittedBy, DateTimeOffset At)
    : ReturnFields(Office, To, Return)
{
    public string Submitter => SubmittedBy.Name;
    public string Submitted => London.Moment(At);
}

/// <summary>Of a letter about a bid.</summary>
internal record BidFields(Office Office, string To, BidDetails Bid) : LetterFields(Office, To, $"/bids/{Bid.Reference}")
{
    public string Partnership => Bid.Partnership.Name;
    public string Reference => Bid.Reference;
    public string Project => Bid.Content.Title is { Length: > 0 } title ? $"{title} ({Bid.Reference})" : Bid.Reference;
    public string Total => Bid.Content.Total.ToString();
}

/// <summary>Of a receipt for a bid.</summary>
internal sealed record BidReceiptFields(Office Office, string To, BidDetails Bid, Person SubmittedBy, DateTimeOffset At) : BidFields(Office, To, Bid)
{
    public string Submitter => SubmittedBy.Name;
    public string Submitted => London.Moment(At);
}

/// <summary>Of a letter about a grant.</summary>
internal sealed record GrantFields(Office Office, string To, GrantDetails Grant) : LetterFields(Office, To, $"/grants/{Grant.Reference}")
{
    public string Partnership => Grant.Partnership.Name;
    public string Reference => Grant.Reference;
    public string Title => Grant.Title;
    public string Total => Grant.Total.ToString();
    public string Decision => Grant.DecisionReference;
    public string From => London.Plain(Grant.DeliveryFrom);
    public string Until => London.Plain(Grant.DeliveryTo);
    public IReadOnlyList<string> Interventions => [.. Grant.Interventions.Select(i => $"{i.Name}: {i.Total}")];
}

/// <summary>Of the letter to the officers about a letter that had nobody to go to.</summary>
internal sealed record RecipientMissingFields(Office Office, string To, Partnership Who, IReadOnlyList<string> Roles, string Letter)
    : LetterFields(Office, To, "/notifications/contacts")
{
    public string Partnership => Who.Name;
    public string Wanted => string.Join(" or ", Roles.Select(RoleNames.Of));
}

/// <summary>Of the letter to the officers about a letter that was not delivered.</summary>
internal sealed record LetterFailedFields(Office Office, string To, Partnership Who, Guid LetterId, string Recipient, string Letter, string Reason)
    : LetterFields(Office, To, $"/notifications/{LetterId}")
{
    public string Partnership => Who.Name;
}
