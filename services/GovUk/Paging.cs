namespace Platform.GovUk;

/// <summary>How long the pages of a list are, and how many there are.</summary>
public static class Paging
{
    /// <summary>Rows of a page that is worked through.</summary>
    public const int Rows = 25;

    /// <summary>Rows of a page that people read or look something up in.</summary>
    public const int LongRows = 50;

    /// <summary>How many pages there are: one where the list is empty.</summary>
    public static int Pages(int count, int rows = Rows) => Math.Max(1, (count + rows - 1) / rows);
}
