using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.People.Pages;

/// <summary>One's own account.</summary>
[May(nameof(Acts.UseOwnAccount))]
internal sealed class AccountModel(UserManager<User> users, Caller caller) : PageModel
{
    public User Person { get; private set; } = null!;

    public int Passkeys { get; private set; }

    public IEnumerable<string> Does => Person.RolesOn(London.DateOf(caller.At)).Select(RoleNames.Full).DefaultIfEmpty("Nothing yet");

    public async Task OnGetAsync()
    {
        Person = (await users.FindByIdAsync(caller.Person.UserId.ToString()))!;
        Passkeys = (await users.GetPasskeysAsync(Person)).Count;
    }
}
