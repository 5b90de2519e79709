using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Where an invitation leads. Opening it changes nothing, as mail scanners open every link; its button does.</summary>
[AllowAnonymous]
[Says(null)]
internal sealed class AcceptInvitationModel(AcceptInvitation accept, Invitations invitations, SignInBrowser signIn) : PageModel
{
    [BindProperty]
    public Guid UserId { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public User? Invited { get; private set; }

    public async Task OnGetAsync(Guid user, string? code)
    {
        (UserId, Code) = (user, code);
        Invited = await invitations.FindAsync(user, code);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await accept.RunAsync(UserId, Code, Password);
        if (result.IsDone)
        {
            await signIn.RunAsync(result.Value);
            return LocalRedirect("/");
        }
        result.Outcome.AddTo(ModelState);
        Invited = await invitations.FindAsync(UserId, Code);
        return Page();
    }
}
