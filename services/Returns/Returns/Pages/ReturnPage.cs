using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>A page about one return: one of the caller's own partnership, or any for the office.</summary>
internal abstract class ReturnPage(ReturnsContext db, Caller caller) : PageModel
{
    public Return Return { get; private set; } = null!;
    public GrantFigures Figures { get; private set; } = null!;
    public Programme Programme { get; private set; } = null!;
    public string Address => QuarterAddress.Of(Return);
    public DateOnly Today => London.DateOf(caller.At);
    public bool IsLead => caller.Is(Roles.PartnerLead);
    public bool IsPartner => IsLead || caller.Is(Roles.PartnerEditor);

    /// <summary>Only a partner, from the opening to the submission; or some of what was sent back.</summary>
    public bool MayEdit => IsPartner && ReturnSections.Of(Return).Append(ReturnSections.Nil).Any(MayChange);

    /// <summary>What is in the way of handing it over: each problem's field is a part.</summary>
    public IReadOnlyList<Problem> Missing => ReturnCheck.Missing(Return, Figures, Programme);

    public bool IsComplete => Missing.Count == 0;

    /// <summary>Whether the caller entered a part as it stands, and so cannot certify the return.</summary>
    public bool IsPreparer => Return.Parts.Values.Any(p => p.By.UserId == caller.Person.UserId);

    /// <summary>Whether the caller may change this section now.</summary>
    public bool MayChange(string section) => IsPartner && Return.MayChange(section, caller.At).IsDone;

    /// <summary>The page on which a part is answered.</summary>
    public string PageOf(string part) => Guid.TryParse(part.Split('/')[0], out _) ? $"{Address}/interventions/{part}" : $"{Address}/{part}";

    protected async Task<bool> LoadAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (QuarterAddress.Read(quarter) is not { } wanted)
            return false;
        var ofGrant = await db.Returns.AsNoTracking().Where(r => r.GrantReference == grantReference).ToListAsync(cancellation);
        Return = ofGrant.SingleOrDefault(r => r.Quarter == wanted)!;
        if (Return is null)
            return false;
        Figures = new(ofGrant.Where(r => r.Quarter != wanted), wanted);
        Programme = await db.ProgrammeAsync(Return, cancellation);
        return true;
    }
}
