using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Forms.People;

/// <summary>Whom of a partnership a reader sees by name.</summary>
public static class SeenPeople
{
    /// <summary>Their name, for those who see people; else what they were.</summary>
    /// <param name="person">Somebody of a partnership.</param>
    /// <param name="caller">Who reads.</param>
    /// <param name="role">What they were: "lead".</param>
    public static string NameFor(this Person person, Caller caller, string role) => NameFor(person.Name, caller, role);

    /// <summary>The same of a name that was kept without its account.</summary>
    public static string NameFor(string name, Caller caller, string role) =>
        caller.May(LinkedActs.SeePeople) ? name : $"the partnership’s {role}";
}
