using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>Fields of a letter about a decision record.</summary>
internal record DecisionFields(Office Office, string To, DecisionDetails Details)
    : LetterFields(Office, To, $"/decisions/{Details.Reference}")
{
    public string Reference => Details.Reference;
    public string Title => Details.Title;
    public string Outcome =>
        Details.Decision switch
        {
            Decision.Supported => "Supported",
            Decision.NotSupported => "Not supported",
            Decision.Deferred => "Deferred",
            _ => "Signed",
        };
    public string Bids => string.Join(", ", Details.Bids);
}

/// <summary>Fields of the letter to whoever signs next.</summary>
/// <param name="Office">Who writes.</param>
/// <param name="To">The recipient's name.</param>
/// <param name="Details">The record.</param>
/// <param name="Fact">Begins the subject: "To approve".</param>
/// <param name="Task">What to do, after "What to do: ".</param>
internal sealed record DecisionWaitingFields(Office Office, string To, DecisionDetails Details, string Fact, string Task)
    : DecisionFields(Office, To, Details);
