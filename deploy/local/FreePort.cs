using System.Net;
using System.Net.Sockets;

namespace Platform.Local;

internal static class FreePort
{
    /// <summary>So many different ports of 127.0.0.1 that nothing listened on a moment ago.</summary>
    public static int[] Find(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
