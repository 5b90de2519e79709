using System.Text.Json.Serialization;
using Platform.Contracts;

namespace Platform.Gateway.People;

/// <summary>A change of an account that a second person has to confirm.</summary>
/// <param name="Name">What people are to call them.</param>
/// <param name="Email">Their address.</param>
/// <param name="Partnership">A partnership's code; null for the commissioner's office.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="At">When (UTC).</param>
internal sealed record WaitingChange(string Name, string Email, string? Partnership, string[] Roles, Person By, DateTimeOffset At)
{
    [JsonIgnore]
    public AccountDetails Details => new(Name, Email, Contracts.Partnership.Find(Partnership), Roles);
}
