using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Where the two letters about another address lead. Opening it changes nothing; its button does.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
[Says(null)]
internal sealed class ConfirmAddressModel(ChangeOwnDetails change, Links links) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public (Link Link, User User)? Found { get; private set; }

    public ConfirmedAddress? Done { get; private set; }

    public Task OnGetAsync(string? code)
    {
        Code = code;
        return LoadAsync();
    }

    public async Task OnPostAsync()
    {
        var result = await change.ConfirmAsync(Code);
        if (result.IsDone)
            Done = result.Value;
        else
            result.Outcome.AddTo(ModelState);
        if (Done is null)
            await LoadAsync();
    }

    private async Task LoadAsync() => Found = await links.FindAsync(Code, LinkPurpose.NewAddress, LinkPurpose.FormerAddress);
}
