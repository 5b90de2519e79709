using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class ContactsModel(BidsContext db, Caller caller, SaveBid save) : AnswerPage(db, caller, save, BidSections.Contacts)
{
    [BindProperty]
    public TypedContact Lead { get; set; } = new();

    [BindProperty]
    public TypedContact Finance { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        (Lead, Finance) = (TypedContact.From(Contacts!.Lead), TypedContact.From(Contacts.Finance));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await SaveAsync(new ContactAnswers(Lead.Read(), Finance.Read()), EndOf(Section), cancellationToken)
            : NotFound();
}

/// <summary>A contact as it is typed.</summary>
public sealed class TypedContact
{
    public string? Name { get; set; }
    public string? Role { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }

    internal static TypedContact From(BidContact saved) =>
        new()
        {
            Name = saved.Name,
            Role = saved.Role,
            Email = saved.Email,
            Phone = saved.Phone,
        };

    internal BidContact Read() => new(Name ?? "", Role ?? "", Email ?? "", Phone ?? "");
}
