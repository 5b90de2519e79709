using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>Fields of a letter about a grant.</summary>
internal record GrantFields(Office Office, string To, GrantDetails Grant) : LetterFields(Office, To, $"/grants/{Grant.Reference}")
{
    public string Partnership => Grant.Partnership.Name;
    public string Reference => Grant.Reference;
    public string Title => Grant.Title;
    public string Total => Grant.Total.ToString();
    public string Decision => Grant.DecisionReference;
    public string From => London.Plain(Grant.DeliveryFrom);
    public string Until => London.Plain(Grant.DeliveryTo);
    public Uri Agreement => Office.Link($"/grants/{Grant.Reference}/agreement");
    public IReadOnlyList<string> Interventions => [.. Grant.Interventions.Select(i => $"{i.Name}: {i.Total}")];
    public string Accepter => Grant.AcceptedBy?.Name ?? Grant.Partnership.Name;
    public string Accepted => Grant.AcceptedAt is { } at ? London.Moment(at) : "";
}

/// <summary>Fields of the letter about a variation: every amount, target and date before and after.</summary>
internal record GrantVariedFields(Office Office, string To, GrantDetails Grant, Variation Variation) : GrantFields(Office, To, Grant)
{
    public string Number => Variation.Number.ToString(null, null);
    public string Reason => Variation.Reason;
    public string On => London.Plain(Variation.On);
    public IReadOnlyList<string> Changes =>
        [
            .. Variation.Amounts.Select(a =>
                $"{Name(a.InterventionId)}, {a.Year} {a.Kind.ToString().ToLowerInvariant()}: {a.To} (was {a.From})"
            ),
            .. Variation.Targets.Select(t =>
                $"{Name(t.InterventionId)}, {t.Indicator}: {(t.To == 0 ? "no longer promised" : $"{t.To:N0}")} (was {t.From:N0})"
            ),
            .. Variation.DeliveryTo is { } last ? [$"delivery ends on {London.Plain(last)}"] : Array.Empty<string>(),
        ];

    // An intervention that a cut removed is only in the original.
    private string Name(Guid intervention) =>
        Grant.Interventions.Concat(Grant.Original).FirstOrDefault(i => i.Id == intervention)?.Name ?? "An intervention";
}

/// <summary>Fields of the letters about a variation that does not count yet.</summary>
/// <param name="Office">Who writes.</param>
/// <param name="To">The recipient's name.</param>
/// <param name="Grant">The grant.</param>
/// <param name="Variation">What would be changed.</param>
/// <param name="Sender">Who asked for it, or cancelled it.</param>
/// <param name="Answer">Why it does not go ahead.</param>
internal sealed record VariationStepFields(
    Office Office,
    string To,
    GrantDetails Grant,
    Variation Variation,
    string Sender,
    string Answer = ""
) : GrantVariedFields(Office, To, Grant, Variation);
