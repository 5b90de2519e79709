namespace Platform.Returns.Schedule.Pages;

/// <summary>Where a programme's rules are. Its name may have a slash in it: "Community safety fund 2025/26".</summary>
internal static class ProgrammeAddress
{
    public static string Of(string name) => "/returns/programmes/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
}
