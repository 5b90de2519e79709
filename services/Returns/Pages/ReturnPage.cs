using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Returns.Data;
using Platform.Returns.Model;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Pages;

/// <summary>A page about one return: one of the caller's own partnership, or any for the office.</summary>
internal abstract class ReturnPage(ReturnsContext db, Caller caller) : PageModel
{
    public Return Return { get; private set; } = null!;
    public GrantFigures Figures { get; private set; } = null!;
    public string Address => QuarterAddress.Of(Return);
    public DateOnly Today => London.DateOf(caller.At);
    public bool IsLead => caller.Is(Roles.PartnerLead);

    /// <summary>Only a partner, from the opening to the submission.</summary>
    public bool MayEdit => (IsLead || caller.Is(Roles.PartnerEditor)) && Return.State is not (ReturnState.Submitted or ReturnState.Accepted or ReturnState.NotRequired) && caller.At >= Return.OpensAt;

    public bool IsComplete => Return.Interventions.All(i => Return.Line(i.Id) is not null);

    /// <summary>Whether the caller entered a line as it stands, and so cannot certify the return.</summary>
    public bool IsPreparer => Return.Parts.Values.Any(p => p.By.UserId == caller.Person.UserId);

    protected async Task<bool> LoadAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (QuarterAddress.Read(quarter) is not { } wanted) return false;
        var ofGrant = await db.Returns.AsNoTracking().Where(r => r.GrantReference == grantReference).ToListAsync(cancellation);
        Return = ofGrant.SingleOrDefault(r => r.Quarter == wanted)!;
        if (Return is null) return false;
        Figures = new(ofGrant.Where(r => r.Quarter != wanted), wanted);
        return true;
    }
}
