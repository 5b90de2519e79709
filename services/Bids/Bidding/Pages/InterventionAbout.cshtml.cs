using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>An intervention's first page. Its id comes with the link here, so that pressing twice saves one intervention.</summary>
internal sealed class InterventionAboutModel(BidsContext db, Caller caller, SaveBid save) : InterventionPage(db, caller, save, "")
{
    [BindProperty]
    public new string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public TypedDate? From { get; set; }

    [BindProperty]
    public TypedDate? To { get; set; }

    [BindProperty]
    public string? ServesPriority { get; set; }

    /// <summary>A priority's name or "none", where the partnership has a Problem Profile for the round.</summary>
    [BindProperty]
    public string? Priority { get; set; }

    /// <summary>The bid's priority where the Problem Profile no longer has it.</summary>
    public string? OldPriority =>
        Intervention is { Priority: { Length: > 0 } said } && Window.Profile?.Priorities.Any(p => p.Name == said) == false ? said : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        if (Intervention is { } saved)
        {
            Name = saved.Name;
            Kind = saved.Kind;
            Description = saved.Description;
            From = TypedDate.From(saved.From);
            To = TypedDate.From(saved.To);
            ServesPriority = saved.ServesPriority ? "true" : null;
            Priority =
                saved.Priority.Length > 0 ? saved.Priority
                : saved.ServesPriority ? null
                : ProfileAnswers.None;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var (from, to) = (ReadOptional(nameof(From), From, "Start"), ReadOptional(nameof(To), To, "End"));
        var priority = Window.Profile is null
            ? ServesPriority == "true"
                ? Intervention?.Priority
                : null
            : Priority == ProfileAnswers.None
                ? null
                : Priority;
        var serves = Window.Profile is null ? ServesPriority == "true" : priority is not null;
        if (Window.Profile is not null && Priority is null)
            ModelState.AddModelError(nameof(Priority), "Select which priority it serves, or none of them");
        return await SaveAsync(
            new InterventionAbout(Id, Name, Kind, Description, from, to, serves, priority),
            PageAt("budget"),
            cancellationToken
        );
    }
}
