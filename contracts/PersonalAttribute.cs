namespace Platform.Contracts;

/// <summary>
/// Marks a text of a contract that says who somebody is and is forgotten one day: a name, an address, a sentence with either. It is kept
/// beside the event, which holds a commitment to it, so that forgetting it breaks no chain. On a contract, it marks the name of whoever did
/// it; on something with members, their texts.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class PersonalAttribute : Attribute;
