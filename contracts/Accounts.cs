namespace Platform.Contracts;

/// <summary>
/// A user account was made, changed, disabled or enabled. The only message that carries an e-mail address. Publisher: gateway.
/// </summary>
/// <param name="Id">The user id.</param>
/// <param name="Version">The account's version.</param>
/// <param name="At">When.</param>
/// <param name="By">Who changed it.</param>
/// <param name="Details">The account as it is now.</param>
public sealed record ContactChanged(Guid Id, int Version, DateTimeOffset At, Person By, Contact Details)
    : Event<Contact>(Id, Version, At, By, Details);

/// <summary>How to reach a user, and in what capacity.</summary>
/// <param name="Name">As it stands in a letter.</param>
/// <param name="Email">The address.</param>
/// <param name="Partnership">Null for people of the commissioner's office.</param>
/// <param name="Roles">Of <see cref="Contracts.Roles"/>.</param>
/// <param name="Active">False once the account is disabled: no letter goes there.</param>
public sealed record Contact(string Name, string Email, Partnership? Partnership, IReadOnlyList<string> Roles, bool Active);
