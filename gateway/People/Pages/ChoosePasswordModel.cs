using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Where a link leads by which a password is chosen. Opening it changes nothing, as mail scanners open every link.</summary>
internal abstract class ChoosePasswordModel(ChoosePassword choose, Links links, LinkPurpose purpose) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whose password; null for a link that cannot be used.</summary>
    public User? Person { get; private set; }

    public abstract string Heading { get; }

    public abstract string Address { get; }

    public abstract string Lifetime { get; }

    public async Task OnGetAsync(string? code)
    {
        Code = code;
        Person = (await links.FindAsync(code, purpose))?.User;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await choose.RunAsync(purpose, Code, Password);
        if (result.IsDone)
        {
            this.Say("Your password is saved", "Sign in with it");
            return LocalRedirect(StockPages.SignInPath);
        }
        result.Outcome.AddTo(ModelState);
        Person = (await links.FindAsync(Code, purpose))?.User;
        return Page();
    }
}
